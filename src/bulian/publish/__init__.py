"""Results on paper and on pages: strings and bytes out; no number without its source.

paper = brief(Material(...), "zh")
render(paper, ".docx")
"""
