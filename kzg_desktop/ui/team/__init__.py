"""The team's pages: accounts, devices and the audit log of a hub, and the ways in and out of it."""
