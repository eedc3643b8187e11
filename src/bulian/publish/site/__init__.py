"""Pages: what is known of a workspace as HTML, one page a file; the same strings are served and exported.

site = Site(...)
render(site, "facts", {"q": "产业"})
"""
