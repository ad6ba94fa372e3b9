"""What a broadcast brought: attribution, cards, funnel, comparison. From the cache alone; no widgets, no network."""
