"""Books: chapters from templates, drawn as Markdown and HTML, published whole."""
