"""What listeners take out of the window: exports, clips, quote cards, links, a Markdown folder."""
