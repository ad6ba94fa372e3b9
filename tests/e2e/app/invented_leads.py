"""A file of leads as one broadcast had them, and jobs for them."""

from __future__ import annotations

import os
import random
from pathlib import Path

__all__ = ["JOBS", "ROWS", "sample_leads"]

ROWS = 1352
"""How many applications one real broadcast brought."""

JOBS = "企业名称,岗位名称,招聘人数,工作地点,有效期至\n" + "".join(
    f"样例电子,{title},20,山东省潍坊市,2099-12-31\n" for title in ("SMT操作员", "焊装工", "总装操作工", "普工")
)
"""A job sheet with every job that the leads name."""

_SAMPLE = os.environ.get("KZG_PLATFORM_LEADS", "")


def sample_leads(folder: Path) -> Path:
    """Return the sample that KZG_PLATFORM_LEADS names, else an invented one of the same shape in *folder*."""
    return Path(_SAMPLE) if _SAMPLE else _invented(folder / "leads.csv")


def _invented(path: Path) -> Path:
    """Write as many leads as one broadcast had, spelled and misspelled as a platform's back office does."""
    rng = random.Random(7)
    lines = ["线索ID,姓名,手机号,性别,年龄,意向城市,意向岗位,提交时间,来源"]
    for n in range(ROWS):
        digits = f"13{rng.randrange(8, 10)}{rng.randrange(1200):08d}"
        spelled = (digits, f"+86{digits}", f"{digits[:3]}-{digits[3:7]}-{digits[7:]}", f"{digits[:3]} {digits[3:]}")
        phone = rng.choice((*spelled * 5, "无", "", digits + "0", digits[:3]))
        title = rng.choice(("SMT操作员", "焊装工", "总装操作工", "不限"))
        age, city = rng.choice(("", "25", "41")), rng.choice(("", "烟台", "天津市", "山东青岛市"))
        lines.append(f"L{n:06d},陈军,{phone},{rng.choice('男女')},{age},{city},{title},2026/8/30 {n % 24}:05,直播间")
    path.write_text("\n".join(lines) + "\n", "utf-8-sig")
    return path
