"""From the record to Markdown, the canonical form of every paper."""
