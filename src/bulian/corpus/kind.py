"""What is a file really? Endings mislead: many a .xls is a web page, many a .doc a .docx."""

import re

from bulian.corpus import ole
from bulian.corpus.archive import open_archive, protected, read_member
from bulian.errors import Unreadable

Remedy = tuple[str, str]  # (en, zh)

_DOCX: Remedy = ("Save it as .docx and bring that.", "请另存为 .docx 后再放进来。")
_XLSX: Remedy = ("Save it as .xlsx and bring that.", "请另存为 .xlsx 后再放进来。")
_PDF: Remedy = ("Convert it to PDF or .docx and bring that.", "请转换为 PDF 或 .docx 后再放进来。")
_UNPACK: Remedy = ("Unpack it and bring the files in it.", "请解压后放入其中的文件。")
_OCR: Remedy = (
    "Run text recognition (OCR) on it and bring the resulting PDF or Word file.",
    "请先做文字识别（OCR），再放入识别后的 PDF 或 Word 文件。",
)

# What we know but do not read: kind → (what it is, what to do).
_FOREIGN: dict[str, tuple[Remedy, Remedy]] = {
    "doc": (("a Word document in the old format (.doc)", "旧格式 Word 文档（.doc）"), _DOCX),
    "wps": (("a WPS document (.wps)", "WPS 文字文档（.wps）"), _DOCX),
    "rtf": (("an RTF document", "RTF 文档"), _DOCX),
    "odt": (("an OpenDocument text", "OpenDocument 文本"), _DOCX),
    "pages": (("an Apple iWork document", "苹果 iWork 文档"), _DOCX),
    "et": (("a WPS spreadsheet (.et)", "WPS 表格（.et）"), _XLSX),
    "oldxls": (("a spreadsheet of Excel 4 or before", "Excel 4 或更早版本的表格"), _XLSX),
    "xml": (
        ("an XML file, perhaps a spreadsheet saved as XML", "XML 文件（可能是另存为 XML 的表格）"),
        _XLSX,
    ),
    "dbf": (("a dBASE table", "dBASE 数据表"), _XLSX),
    "ppt": (("a slide show", "演示文稿"), _PDF),
    "ofd": (("an OFD document", "OFD 版式文档"), _PDF),
    "caj": (("a CAJ document", "CAJ 文档"), _PDF),
    "mail": (("a saved e-mail or web archive (MHTML)", "邮件或网页归档文件（MHTML）"), _PDF),
    "image": (("a picture", "图片"), _OCR),
    "zip": (("a packed archive", "压缩包"), _UNPACK),
    "ole": (("a compound file of another program", "其他程序的复合文档"), _PDF),
}
_FOREIGN_SUFFIXES = {
    **dict.fromkeys((".doc", ".dot"), "doc"),
    **dict.fromkeys((".wps", ".wpt"), "wps"),
    **dict.fromkeys((".et", ".ett"), "et"),
    **dict.fromkeys((".ppt", ".pptx", ".dps", ".pps", ".ppsx", ".key", ".odp"), "ppt"),
    **dict.fromkeys((".rar", ".zip", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"), "zip"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"), "image"),
    **dict.fromkeys((".mht", ".mhtml", ".eml", ".msg"), "mail"),
    **dict.fromkeys((".pages", ".numbers"), "pages"),
    ".rtf": "rtf",
    ".odt": "odt",
    ".ofd": "ofd",
    ".caj": "caj",
    ".dbf": "dbf",
    ".xml": "xml",
}
_SIGNATURES = (
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "zip"),
    (b"7z\xbc\xaf\x27\x1c", "zip"),
    (b"\x1f\x8b\x08", "zip"),
    (b"BZh", "zip"),
    (b"\xfd7zXZ\x00", "zip"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x09\x08\x10\x00\x00\x06\x05\x00", "xls"),  # a workbook stream without its container
    (b"\x09\x04\x06\x00", "oldxls"),
    (b"\x09\x02\x06\x00", "oldxls"),
)
_TABLE_SUFFIXES = {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".et", ".csv", ".tsv"}
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(raw: bytes, suffix: str, file: str) -> str:
    """What `raw` is, whatever its ending says: one of the endings we read, without the dot, or "text".

    Args:
        suffix: the file's ending, lower case with the dot; it decides among text, CSV and web pages.

    Raises:
        Unreadable: it is something else; says what, and what to do.
    """
    kind = _by_signature(raw, suffix, file) or _by_text(raw, suffix)
    if kind in _FOREIGN:
        raise _foreign(file, kind)
    if kind == "xls" and suffix in (".et", ".ett"):
        raise _foreign(file, "et")
    if kind == "":
        raise _unknown(file, suffix)
    return kind


def _by_signature(raw: bytes, suffix: str, file: str) -> str:
    """The kind that the first bytes show; "" when they show none."""
    if raw.startswith(b"PK\x03\x04"):
        return _in_archive(raw, file)
    if raw.startswith(ole.SIGNATURE):
        return _in_compound_file(raw, file)
    if raw[:64].lstrip().startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in raw[:1024]):
        return "pdf"
    return next((kind for mark, kind in _SIGNATURES if raw.startswith(mark)), "")


def _in_archive(raw: bytes, file: str) -> str:
    archive = open_archive(raw, file)
    names = archive.namelist()
    if any(name.startswith("word/document") for name in names):
        return "docx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/workbook") for name in names):
        return "xlsx"
    kind = read_member(archive, "mimetype", file).decode("ascii", "replace").strip()
    if "opendocument" in kind:
        return {"spreadsheet": "ods", "presentation": "ppt"}.get(kind.rpartition(".")[2].split("-")[0], "odt")
    if any(name.startswith("ppt/") for name in names):
        return "ppt"
    return "ofd" if "OFD.xml" in names else "zip"


def _in_compound_file(raw: bytes, file: str) -> str:
    names = ole.stream_names(raw)
    if "EncryptedPackage" in names:
        raise protected(file)
    if "WordDocument" in names:
        return "doc"
    if "PowerPoint Document" in names:
        return "ppt"
    return "xls" if "Workbook" in names or "Book" in names else "ole"


def _by_text(raw: bytes, suffix: str) -> str:
    """The kind of a file without a signature: text, as far as anyone can tell."""
    if suffix in (".txt", ".md"):
        return "text"
    if suffix in (".csv", ".tsv"):
        return "csv"
    if suffix in (".html", ".htm"):
        return "html"
    head = raw[:4096].replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _MARKUP.search(head):
        return "html"
    if head.lstrip().startswith(b"MIME-Version:"):
        return "mail"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return "xml"
    if suffix in _TABLE_SUFFIXES and re.search(rb"[\t,;]", head) and _may_be_text(raw):
        return "csv"
    return _FOREIGN_SUFFIXES.get(suffix, "")


def _may_be_text(raw: bytes) -> bool:
    return raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in raw[:4096]


def _foreign(file: str, kind: str) -> Unreadable:
    (en, zh), (do_en, do_zh) = _FOREIGN[kind]
    return Unreadable(file, f"it is {en}, which is not read. {do_en}", f"这是{zh}，无法读取。{do_zh}")


def _unknown(file: str, suffix: str) -> Unreadable:
    readable = ".docx .pdf .xlsx .xls .ods .csv .html .txt .md"
    if suffix in (".docx", ".pdf", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"):
        return Unreadable(
            file,
            f"its content is no {suffix[1:]}, or it is damaged. Open it in the program that made it, save it "
            "anew and bring that.",
            f"内容不是 {suffix[1:]}，或已损坏。请用原来的程序打开，另存后再放进来。",
        )
    return Unreadable(
        file,
        f"files of this kind are not read. Bring it as one of {readable}.",
        f"不支持这种文件。请转换为以下格式之一：{readable}。",
    )
