"""The shortlist on its way: every link of a page to another page takes it along.

Done once, over the finished page, so that no template can forget it. All text on a page is escaped,
so what looks like a link here is one.
"""

import re
from html import escape, unescape

from app.shortlist import extend

# Links to pages of ours; what is nofollow says itself what it carries.
_LINK = re.compile(r'(<a\b(?![^>]*\brel="nofollow")[^>]*?\shref=")(/(?!/|api/|static/)[^"]*)"')


def carry_along(page: str, ids: tuple[str, ...]) -> str:
    """Return the page with the shortlist in each of its links."""
    if not ids:
        return page
    return _LINK.sub(lambda link: f'{link[1]}{escape(extend(unescape(link[2]), ids))}"', page)
