"""Who speaks in a report: what a firm's manager says is of the firm."""

from bulian.extract.deferred import deferred
from bulian.extract.observations.scene import Scene
from bulian.extract.segments import Paragraph, Sentence


def speaker_of(scene: Scene, paragraph: Paragraph) -> str | None:
    """The firm whose manager a paragraph quotes (远山科技总经理李明说); 该公司负责人 is of the last."""
    said = _SAYS.search(scene.folded, paragraph.start, paragraph.end)
    if said is None:
        return None
    firms = [n for n in scene.names.within(paragraph.start, said.start()) if n.kind == "firm"]
    if firms and _OF_THE_FIRM.fullmatch(scene.folded, firms[-1].end, said.start()):
        return firms[-1].canonical
    if _THIS_FIRM.search(scene.folded, paragraph.start, said.start()) is None:
        return None
    before = [
        n for n in scene.names.within(max(0, paragraph.start - _BACK), said.start()) if n.kind == "firm"
    ]
    return before[-1].canonical if before else None


def is_quoted(scene: Scene, paragraph: Paragraph, sentence: Sentence) -> bool:
    """Whether a sentence holds what is said: it stands in quotes or tells who says it."""
    if _SAYS.search(scene.folded, sentence.start, sentence.end):
        return True
    opened = scene.folded.count("“", paragraph.start, sentence.end)
    return opened > scene.folded.count("”", paragraph.start, sentence.start)


_SAYS = deferred(
    r"(?:董事长|总经理|副总|经理|总裁|总监|厂长|主任|负责人|创始人|主管)[一-鿿]{0,4}?"
    r"(?:[，]?[一-鿿]{0,6}?)(?:说|介绍|表示|告诉|坦言|透露)"
)
_OF_THE_FIRM = deferred(r"[^。；“”]{0,24}")
_THIS_FIRM = deferred(r"(?:该|这家)(?:公司|企业|集团)[^，。；]{0,8}\Z|(?:公司|企业)(?:相关)?\Z")
_BACK = 400
