"""An invented district with two reports, one of them in Traditional Chinese, a bulletin and two spreadsheets.

All sentences, names and numbers are made up for these tests.
"""

from decimal import Decimal

from bulian.model.document import Document, Metadata, Table, TableCell
from bulian.model.fact import Aspect, Bound, Modality, Observation, Statement
from bulian.model.place import Cell, HeaderCell, Span, cell_position
from bulian.model.reading import Column
from bulian.model.stored import Judgement, Source, Sourced
from bulian.publish.material import Material, Quarantined

DISTRICT = "江城市临江区"

REPORT = """臨江區產業轉型紀實

這座老工業區的鋼廠遷走以後，臨江區用五年時間重排產業。

今年1—11月，全區規上工業增加值同比增長21.4%，增速排江城市各區縣第二位。全年工業總產值約為320億元，預計到2025年可達560億元。

外資企業已有93家，其中港資企業38家，佔外資企業總數的40.86%。戰略性新興產業佔工業的比重達58%。

智能傳感產業是新的支柱，預計到2025年規模超180億元；食品加工產業到「十四五」末期將達百億級規模。生物材料產業力爭做到100億元。

晨光傳感今年產值有望突破45億元，已建成18條生產線。全區人口由2016年的31萬人增至2020年的47萬人，預計2030年可突破65萬人。

建成區綠化覆蓋率達43.2%，人均公園面積21.6平方米。
"""

UPDATE = """# 临江区2023年产业进展

2023年，全区规模以上工业增加值同比增长6.8%，固定资产投资下降4.2%，社会消费品零售总额210.5亿元。

总投资260亿元的临江算力中心项目开工，规划机架4万个。已集聚数字经济企业380多家；检测诊断产业现有企业120家，预计2025年达到260家，2035年达到900家。

到2025年，战略性新兴产业占工业的比重达到66%。“十四五”期间累计引进项目总投资900亿元以上。

北岸环境2023年处理垃圾量同比增长9.3%，日处理能力2400吨。
"""

BULLETIN = """临江区2021年经济数据（2022年6月公布）

2021年，工业总产值326.4亿元；规模以上工业增加值同比增长20.1%；工业总产值同比增长31.6%。
市级督查通报称，临江区2021年工业总产值同比增长31%。
实际利用外资1.8亿美元，居民人均可支配收入48360元。
"""


def source(
    name: str, published_on: str | None, title: str | None, publisher: str | None, *, synthetic: bool = False
) -> Source:
    return Source(
        doc=f"{abs(hash_of(name)):064x}", name=name, title=title, published_on=published_on,
        dated="meta" if published_on else None, publisher=publisher, address=None, licence=None,
        access="public", reader="text", encoding="utf-8", recorded_at="2026-01-05T09:00:00+08:00",
        retired_at=None, synthetic=synthetic,
    )  # fmt: skip


def hash_of(name: str) -> int:
    """A number of its own for each name, the same in every process."""
    return int.from_bytes(name.encode()[:24], "big")


TRADITIONAL = source("纪实_2021年12月.txt", "2021-12", "臨江區產業轉型紀實", "临江报社（虚构）")
SIMPLIFIED = source("进展 2023年.md", "2024-01-20", "临江区2023年产业进展", "临江区发改委（虚构）")
ANNUAL = source("公报/2021年数据.txt", "2022-06-10", None, "临江区统计局（虚构）")
MONTHLY = source("月报.xlsx", "2022-01-15", None, None)
FIRMS = source("企业名录（演示）.xlsx", None, None, None, synthetic=True)

_HOME = "临江区"


def _said(
    of: Source,
    text: str,
    quote: str,
    surface: str,
    value: str,
    unit: str,
    indicator: str,
    *,
    subject: str | None = _HOME,
    period: str | None = "2021",
    aspect: Aspect = "level",
    bound: Bound = "exact",
    modality: Modality = "actual",
    basis: str | None = None,
    judgement: Judgement | None = None,
) -> Sourced:
    start = text.index(quote)
    fact = Observation(
        doc=of.doc, place=Span(start, start + len(quote), quote), subject=subject, indicator=indicator,
        aspect=aspect, value=Decimal(value), unit=unit, surface=surface,
        surface_start=start + quote.index(surface), bound=bound, modality=modality, period=period,
        basis=basis, rule="invented",
    )  # fmt: skip
    return Sourced(fact, of, judgement)


def _report() -> list[Sourced]:
    of, text = TRADITIONAL, REPORT
    return [
        _said(of, text, "全區規上工業增加值同比增長21.4%", "21.4%", "21.4", "%", "规模以上工业增加值",
              aspect="growth", basis="yoy", period="2021-01/2021-11"),
        _said(of, text, "全區規上工業增加值同比增長21.4%，增速排江城市各區縣第二位", "第二位", "2", "rank",
              "规模以上工业增加值增速", aspect="rank", basis="江城市各区县", period="2021-01/2021-11"),
        _said(of, text, "全年工業總產值約為320億元", "320億元", "32000000000", "CNY", "工业总产值",
              bound="approx"),
        _said(of, text, "工業總產值約為320億元，預計到2025年可達560億元", "560億元", "56000000000", "CNY",
              "工业总产值", modality="forecast", period="2025"),
        _said(of, text, "外資企業已有93家", "93家", "93", "enterprises", "外资企业数", period="2021-12"),
        _said(of, text, "港資企業38家", "38家", "38", "enterprises", "港资企业数", period="2021-12"),
        _said(of, text, "港資企業38家，佔外資企業總數的40.86%", "40.86%", "40.86", "%",
              "港资企业占外资企业总数比重", aspect="share", basis="外资企业总数", period="2021-12"),
        _said(of, text, "戰略性新興產業佔工業的比重達58%", "58%", "58", "%", "战略性新兴产业占工业比重",
              aspect="share", basis="工业"),
        _said(of, text, "智能傳感產業是新的支柱，預計到2025年規模超180億元", "180億元", "18000000000", "CNY",
              "产业规模", subject="智能传感产业", bound="min", modality="forecast", period="2025"),
        _said(of, text, "食品加工產業到「十四五」末期將達百億級規模", "百億", "10000000000", "CNY",
              "产业规模",
              subject="食品加工产业", bound="approx", modality="target", period="2025"),
        _said(of, text, "生物材料產業力爭做到100億元", "100億元", "10000000000", "CNY", "产业规模",
              subject="生物材料产业", modality="target", period=None),
        _said(of, text, "晨光傳感今年產值有望突破45億元", "45億元", "4500000000", "CNY", "产值",
              subject="晨光传感", bound="min", modality="forecast"),
        _said(of, text, "已建成18條生產線", "18條", "18", "lines", "生产线数", subject="晨光传感",
              period="2021-12"),
        _said(of, text, "全區人口由2016年的31萬人", "31萬人", "310000", "persons", "人口规模", period="2016"),
        _said(of, text, "增至2020年的47萬人", "47萬人", "470000", "persons", "人口规模", period="2020"),
        _said(of, text, "預計2030年可突破65萬人", "65萬人", "650000", "persons", "人口规模", bound="min",
              modality="forecast", period="2030"),
        _said(of, text, "建成區綠化覆蓋率達43.2%", "43.2%", "43.2", "%", "建成区绿化覆盖率", aspect="share",
              basis="建成区", period=None),
        _said(of, text, "人均公園面積21.6平方米", "21.6平方米", "21.6", "m2/person", "人均公园面积",
              period=None),
    ]  # fmt: skip


def _update() -> list[Sourced]:
    of, text = SIMPLIFIED, UPDATE
    corrected = Judgement(
        "", "correct", "李工", "2026-01-06T10:00:00+08:00", "与2022年6月通报核对", Decimal("6.9")
    )
    return [
        _said(of, text, "全区规模以上工业增加值同比增长6.8%", "6.8%", "6.8", "%", "规模以上工业增加值",
              aspect="growth", basis="yoy", period="2023", judgement=corrected),
        _said(of, text, "固定资产投资下降4.2%", "4.2%", "-4.2", "%", "固定资产投资", aspect="growth",
              basis="yoy",
              period="2023"),
        _said(of, text, "社会消费品零售总额210.5亿元", "210.5亿元", "21050000000", "CNY",
              "社会消费品零售总额",
              period="2023"),
        _said(of, text, "总投资260亿元的临江算力中心项目开工", "260亿元", "26000000000", "CNY", "总投资",
              subject="临江算力中心项目", modality="plan", period="2023"),
        _said(of, text, "规划机架4万个", "4万个", "40000", "racks", "机架数", subject="临江算力中心项目",
              modality="capacity", period=None),
        _said(of, text, "已集聚数字经济企业380多家", "380多家", "380", "enterprises", "数字经济企业数",
              bound="min",
              period="2024-01"),
        _said(of, text, "检测诊断产业现有企业120家", "120家", "120", "enterprises", "企业数",
              subject="检测诊断产业", period="2024-01"),
        _said(of, text, "检测诊断产业现有企业120家，预计2025年达到260家", "260家", "260", "enterprises",
              "企业数",
              subject="检测诊断产业", modality="forecast", period="2025"),
        _said(of, text, "2035年达到900家", "900家", "900", "enterprises", "企业数",
              subject="临江区检测诊断产业",
              modality="forecast", period="2035"),
        _said(of, text, "战略性新兴产业占工业的比重达到66%", "66%", "66", "%", "战略性新兴产业占工业比重",
              aspect="share", basis="工业", modality="target", period="2025"),
        _said(of, text, "“十四五”期间累计引进项目总投资900亿元以上", "900亿元", "90000000000", "CNY",
              "引进项目总投资", bound="min", modality="plan", period="2021/2025"),
        _said(of, text, "北岸环境2023年处理垃圾量同比增长9.3%", "9.3%", "9.3", "%", "垃圾处理量",
              subject="北岸环境", aspect="growth", basis="yoy", period="2023"),
        _said(of, text, "日处理能力2400吨", "2400吨", "2400", "t/day", "日处理能力", subject="北岸环境",
              modality="capacity", period=None),
    ]  # fmt: skip


def _bulletin() -> list[Sourced]:
    of, text = ANNUAL, BULLETIN
    return [
        _said(of, text, "工业总产值326.4亿元", "326.4亿元", "32640000000", "CNY", "工业总产值"),
        _said(of, text, "规模以上工业增加值同比增长20.1%", "20.1%", "20.1", "%", "规模以上工业增加值",
              aspect="growth", basis="yoy"),
        _said(of, text, "工业总产值同比增长31.6%", "31.6%", "31.6", "%", "工业总产值", aspect="growth",
              basis="yoy"),
        _said(of, text, "临江区2021年工业总产值同比增长31%", "31%", "31", "%", "工业总产值", aspect="growth",
              basis="yoy", subject=DISTRICT),
        _said(of, text, "实际利用外资1.8亿美元", "1.8亿美元", "180000000", "USD", "实际利用外资"),
        _said(of, text, "居民人均可支配收入48360元", "48360元", "48360", "CNY", "居民人均可支配收入"),
    ]  # fmt: skip


_MONTHS = Table(
    "月度",
    {
        cell_position(ref): TableCell(text)
        for ref, text in {
            "A1": "临江区工业主要指标（单位：万元）", "A2": "指标", "B2": "2021年10月", "C2": "2021年11月",
            "D2": "备注",
            "A3": "工业总产值", "B3": "281000", "C3": "293500", "D3": "快报",
            "A4": "高技术产业产值", "B4": "61200", "C4": "64880",
            "A5": "利润总额", "B5": "-1250", "C5": "830.5",
        }.items()
    },
)  # fmt: skip


def _cells() -> list[Sourced]:
    made = []
    for row, indicator in ((3, "工业总产值"), (4, "高技术产业产值"), (5, "利润总额")):
        for letter, month in (("B", "2021-10"), ("C", "2021-11")):
            text = _MONTHS.cells[cell_position(f"{letter}{row}")].text
            head = _MONTHS.cells[cell_position(f"{letter}2")].text
            headers = (
                HeaderCell("A1", "临江区工业主要指标（单位：万元）"),
                HeaderCell(f"A{row}", indicator),
                HeaderCell(f"{letter}2", head),
            )
            fact = Observation(
                doc=MONTHLY.doc, place=Cell("月度", f"{letter}{row}", text, headers), subject=_HOME,
                indicator=indicator, aspect="level", value=Decimal(text) * 10000, unit="CNY", surface=text,
                surface_start=None, bound="exact", modality="actual", period=month, basis=None, rule="table",
            )  # fmt: skip
            made.append(Sourced(fact, MONTHLY))
    return made


def firms(number: int) -> list[Sourced]:
    """Made-up firms with an output and a staff each."""
    made = []
    for n in range(number):
        for column, indicator, value, unit in (
            ("B", "产值", 1200 + 37 * n, "CNY"),
            ("C", "从业人员", 40 + n, "persons"),
        ):
            scale = 10000 if unit == "CNY" else 1
            header = "产值（万元）" if unit == "CNY" else "从业人员（人）"
            headers = (HeaderCell(f"A{n + 2}", f"示例企业{n + 1}号"), HeaderCell(f"{column}1", header))
            fact = Observation(
                doc=FIRMS.doc, place=Cell("名录", f"{column}{n + 2}", str(value), headers),
                subject=f"示例企业{n + 1}号", indicator=indicator, aspect="level",
                value=Decimal(value) * scale,
                unit=unit, surface=str(value), surface_start=None, bound="exact", modality="actual",
                period="2023", basis=None, rule="table", synthetic=True,
            )  # fmt: skip
            made.append(Sourced(fact, FIRMS))
    return made


def _firm_table(number: int) -> Table:
    cells = {
        (0, 0): TableCell("企业"),
        (0, 1): TableCell("产值（万元）"),
        (0, 2): TableCell("从业人员（人）"),
    }
    for n in range(number):
        cells[n + 1, 0] = TableCell(f"示例企业{n + 1}号")
        cells[n + 1, 1] = TableCell(str(1200 + 37 * n))
        cells[n + 1, 2] = TableCell(str(40 + n))
    return Table("名录", cells)


def material(*, firm_count: int = 8) -> Material:
    """About sixty facts from five files, with a file and a column that were not understood."""
    goal = Span(0, 10, REPORT[:10])
    documents = {
        TRADITIONAL.doc: Document(TRADITIONAL.doc, TRADITIONAL.name, REPORT),
        SIMPLIFIED.doc: Document(SIMPLIFIED.doc, SIMPLIFIED.name, UPDATE),
        ANNUAL.doc: Document(ANNUAL.doc, ANNUAL.name, BULLETIN),
        MONTHLY.doc: Document(MONTHLY.doc, MONTHLY.name, "", (_MONTHS,)),
        FIRMS.doc: Document(
            FIRMS.doc, FIRMS.name, "", (_firm_table(firm_count),), metadata=Metadata(synthetic=True)
        ),
    }
    statement = Statement(TRADITIONAL.doc, goal, "goal", _HOME, goal.quote, "target", None, "invented")
    return Material(
        district=DISTRICT,
        built_on="2026-01-07",
        facts=(
            *_report(), *_update(), *_bulletin(), *_cells(), *firms(firm_count),
            Sourced(statement, TRADITIONAL),
        ),
        sources=(TRADITIONAL, SIMPLIFIED, ANNUAL, MONTHLY, FIRMS),
        documents=documents,
        quarantined=(
            Quarantined("扫描件 2020.pdf", "it has no text layer", "没有文字层，请先做文字识别"),
        ),
        unread=((MONTHLY.doc, Column("月度", "D", "备注", "unread", (), 3, 0, "unread")),),
    )  # fmt: skip
