"""A paper in the format that a file's ending names."""

from bulian.errors import BadRequest
from bulian.publish.paper import Paper
from bulian.publish.renderers import renderers


def render(paper: Paper, suffix: str) -> bytes:
    """The paper in the format that `suffix` (".docx", ".html", ".md") names; same paper, same bytes.

    Raises:
        BadRequest: no renderer writes that suffix.
    """
    known = renderers()
    if suffix.lower() not in known:
        listed = " ".join(known)
        raise BadRequest(
            f"No paper can be written as {suffix!r}. Name the file with one of {listed}.",
            f"不能写成“{suffix}”格式。文件名请以 {listed} 之一结尾。",
        )
    return known[suffix.lower()].render(paper)
