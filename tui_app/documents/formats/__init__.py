"""Every format of a paper but Markdown, made from that Markdown alone, so that no two can disagree."""
