"""One verb a file: the function in it that carries the file's name; here what `--help` says of each.

What each does stands in its file too, where its own `--help` takes it from; the order is that of `--help`.
"""

from collections.abc import Callable
from importlib import import_module

ORDER = (
    "init",
    "build",
    "status",
    "extract",
    "facts",
    "source",
    "map",
    "judge",
    "review",
    "conflicts",
    "check",
    "revisions",
    "targets",
    "clauses",
    "goals",
    "firms",
    "ladder",
    "cluster",
    "sei",
    "structure",
    "scorecard",
    "evaluate",
    "chain",
    "risk",
    "prospects",
    "path",
    "match",
    "opportunities",
    "backtest",
    "directions",
    "sheet",
    "desk",
    "due",
    "forget",
    "report",
    "serve",
    "site",
    "export",
    "import",
    "verify",
    "demo",
    "doctor",
)
VERBS = {
    "init": "建立工作区 · make a workspace",
    "build": "读新的和改过的文件，记进账本 · read what is new or changed into the ledger",
    "status": "有什么、变了什么、哪些没读成、该怎么办"
    " · what there is, what changed, what was quarantined and why",
    "extract": "不建工作区，直接读文件 · read files without a workspace",
    "facts": "查事实 · look facts up",
    "source": "一条事实的原句或单元格 · where a fact stands",
    "map": "表里每一列怎么读的；--set 更正，下月照用 · how each column was understood",
    "judge": "认可、更正、驳回一条事实，或撤回判断 · judge a fact",
    "review": "谁是谁：待定的名称，合并、拆分、撤销 · who is who: undecided names; merge, split, undo",
    "conflicts": "哪个数算数：说法不一之处 · which number counts",
    "check": "对得上吗：重算比重、合计、增速 · does it add up",
    "revisions": "哪些数后来改了、改了多少、谁改的 · which numbers were revised, by how much, by whom",
    "targets": "目标走到哪、每年还要多快、成的可能、谁负责 · follow targets",
    "clauses": "把一份规划拆成条款：谁、到何时、依据哪些事实 · a plan as clauses",
    "goals": "目标树：愿景、集群、指标、项目；哪些目标没有项目 · the tree of goals",
    "firms": "企业情况：知道什么、不知道什么、多旧 · what is known of firms, what not, how old",
    "ladder": "企业梯度：各级有谁、到哪天、谁只差一条"
    " · who stands on which rung, until when, who is one short",
    "cluster": "产业集群：有谁、为什么、多大、怎么长的 · who is in a cluster and why, how large, how it grew",
    "sei": "战略性新兴产业占比，分子分母写明 · the share of strategic industries, both its parts stated",
    "structure": "产业结构：一业独大还是多业并兴，逐年看 · one pillar or many, year by year",
    "scorecard": "发展质量：速度、结构、效益、创新、绿色、开放 · quality of development, six sides",
    "evaluate": "按官方方法逐条评：通过、未过差多少、还缺什么 · apply an official method",
    "chain": "产业链：有什么、缺什么、靠谁、断了会怎样 · what a chain has, lacks, leans on and loses",
    "risk": "支柱离开会带走多少：投入产出上限、实测区间 · what goes with a pillar that leaves",
    "prospects": "招商对象：为缺口找谁、为什么、为什么不 · whom to attract for a gap, why, and why not",
    "path": "以商招商：谁能引荐，凭什么 · the strongest chain of introductions to a firm",
    "match": "产融对接：谁够哪个产品的条件、怎么分最好、差在哪 · match demands for money with products",
    "opportunities": "机会：下一步引什么；可能性、可取性、可行性分开讲，各有理由"
    " · what to attract next, and why",
    "backtest": "回测：用过去的表检验“新业扎根”的可能性准不准"
    " · would the likelihoods of entry have come true?",
    "directions": "招商方向：与集群、产业链、33618 对照，哪些没有覆盖"
    " · directions of attraction, and what none covers",
    "sheet": "招商项目包：一个项目一张纸，缺什么标出来 · a project's sheet for investors",
    "desk": "台账与项目：载入、录入、更正、推进、周报 · registers, projects, the weekly note",
    "due": "该补、该更新、到期的，谁去办 · what is empty, stale or due, and who must act",
    "forget": "清空一个人的信息，日志只留编号 · empty what is known of a person",
    "report": "写带出处的简报、月报、图谱、自评 · write a cited paper",
    "serve": "在本机开网页 · serve the pages on this computer",
    "site": "整个网站写成文件，从磁盘打开 · the pages as files that open from disk",
    "export": "备份成一个文件，或只取可以对外的 · back up into one file, or only what may leave the house",
    "import": "从备份恢复 · make the workspace of a backup anew",
    "verify": "日志有没有被改动 · whether the journal holds what was acknowledged",
    "demo": "建示例区并写报告 · build the example district and its report",
    "doctor": "装了什么、缺什么、该怎么办 · what is installed, what is missing, what to do",
}


def function_of(verb: str) -> Callable[..., None]:
    """The function of a verb, its file imported only now; `map_` in map.py, as `map` is Python's."""
    module = import_module(f"{__name__}.{verb}")
    function: Callable[..., None] = getattr(module, verb, None) or getattr(module, f"{verb}_")
    return function
