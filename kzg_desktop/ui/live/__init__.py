"""The live desk: lineup, on air, live feed."""
