"""What live-stream recruiting consists of: pure values and rules, without Qt, SQL, HTTP or asyncio."""
