"""A workspace with a register of firms, of sentences and rows of our own."""

from pathlib import Path

import bulian
from bulian.corpus.workspace import Workspace

NOW = "2024-06-01T09:00:00+08:00"
YEARS = """企业名称,年份,行业代码,所属产业,主营产品,营业收入（万元）,研发费用（万元）
甲药业有限公司,2021,2761,,检测试剂,10000,500
甲药业有限公司,2023,2761,,检测试剂,12000,620
乙药业有限公司,2023,2761,,抗原原料,5000,50
丙器械有限公司,2023,3581,,诊断仪器,3000,
丁面业有限公司,2021,1431,小面,半干面,4000,10
丁面业有限公司,2023,1431,小面,半干面,4400,12
戊软件有限公司,2023,6513,健康,诊断软件,1900,200
己模具有限公司,2021,3525,健康,模具,2000,
"""
ORIGINS = """企业名称,企业来源,落户年份,退出年份
甲药业有限公司,本地培育,2010,
乙药业有限公司,招商引进,2022,
丙器械有限公司,分立,2022,
丁面业有限公司,本地培育,2015,
己模具有限公司,本地培育,2005,2023
庚药业有限公司,招商引进,2024,
"""
PRODUCTS = """企业名称,年份,产品名称,产品收入（万元）,战新分类代码
丙器械有限公司,2023,诊断仪器,2000,4.2
丙器械有限公司,2023,仪器外壳,600,否
"""
TITLES = """企业名称,资质名称,认定日期,有效期至
甲药业有限公司,专精特新“小巨人”企业,2022-08-08,2025-08-07
乙药业有限公司,高新技术企业,2020-10-09,
丁面业有限公司,创新型中小企业,,
"""
MORE = """企业名称,行业代码
庚药业有限公司,2761
"""
TAXONOMY = """key: now
zh: 两个集群
en: Two clusters
valid_from: "2023"
source: 某文
clusters:
  - key: health
    zh: 健康
    en: Health
    codes: ["27", "358"]
    products: [诊断]
    scale: 百亿级
    segments:
      - {key: reagents, zh: 试剂, en: Reagents, codes: ["276"]}
      - {key: devices, zh: 器械, en: Devices, codes: ["358"]}
  - key: noodles
    zh: 小面
    en: Noodles
    include: [listed]
"""
BEFORE = """key: before
zh: 旧分类
en: The old one
valid_from: "2020"
valid_to: "2022"
source: 旧文
clusters:
  - {key: medicine, zh: 医药, en: Medicine, codes: ["27"]}
  - {key: steel, zh: 钢铁, en: Steel, codes: ["31"]}
"""


def registered(folder: Path, *, access: str = "public") -> Workspace:
    """The workspace, built; every source of it with this access."""
    place = bulian.init(folder / "区", region="500104", name="大渡口区")
    files = {"经营": YEARS, "来源": ORIGINS, "产品": PRODUCTS, "资质": TITLES, "新来": MORE}
    for name, text in files.items():
        (place.sources / f"{name}.csv").write_text(text, "utf-8")
        about = f'access = "{access}"\npublished_on = "2024-01"\n'
        (place.sources / f"{name}.csv.meta.toml").write_text(about, "utf-8")
    place.clusters.mkdir()
    (place.clusters / "now.yaml").write_text(TAXONOMY, "utf-8")
    (place.clusters / "before.yaml").write_text(BEFORE, "utf-8")
    (place.clusters / "sei.csv").write_text(
        "code,name,gb_code,gb_name\n4.1,药,2761,生物药品制造\n4.2,械,3581*,诊断设备\n1.3,软,6513*,应用软件开发\n",
        "utf-8",
    )
    bulian.build(place, now=NOW)
    return place
