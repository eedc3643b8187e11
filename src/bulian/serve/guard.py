"""What every answer carries and every request must: our host, our origin, our token.

The server listens on the loopback address only. A page of another site open in the same browser could still
send requests here, so the host is checked (DNS rebinding), writes need our own origin and a token, and the
content policy lets no script or style run that is not a file of ours.
"""

import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

HOSTS = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def new_token() -> str:
    """A token for the forms of one run of the server."""
    return secrets.token_urlsafe(24)


def is_ours(host: str | None) -> bool:
    """Whether a request names this computer as its host.

    >>> is_ours("127.0.0.1:8765"), is_ours("evil.example:8765"), is_ours(None)
    (True, False, False)
    """
    if not host:
        return False
    name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
    return name in HOSTS


def from_our_page(headers: Mapping[str, str]) -> bool:
    """Whether a write comes from a page of ours: by Origin where a browser sends it, or Sec-Fetch-Site."""
    origin = headers.get("origin")
    if origin:
        return urlsplit(origin).netloc == headers.get("host")
    return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def same_token(given: str, token: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
