"""The rules that a job advertisement is checked against, with the law each rests on."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

__all__ = ["RULES", "Code", "Level", "Rule"]

Code: TypeAlias = Literal[
    "SEX",
    "MARRIAGE",
    "ETHNIC",
    "REGION",
    "HEALTH",
    "FEE",
    "IDHOLD",
    "MINOR",
    "BAIT",
    "LOAN",
    "MISSING",
    "AGECAP",
    "HOURS",
    "OFFPLAT",
]
Level: TypeAlias = Literal["block", "warn"]


class Rule(Struct, frozen=True, kw_only=True):
    """One rule: its usual *level* and its *basis*, the laws and articles by their Chinese names.

    ``restricted_posts`` says that a law may demand for some posts what the rule forbids (work that is forbidden to
    women, trades closed to carriers of a disease), so that an override can be right.
    """

    level: Level
    basis: str
    restricted_posts: bool = False


RULES: dict[Code, Rule] = {
    "SEX": Rule(
        level="block",
        basis="妇女权益保障法第43条；就业促进法第27条；人力资源市场暂行条例第24条",
        restricted_posts=True,
    ),
    "MARRIAGE": Rule(level="block", basis="妇女权益保障法第43条；就业促进法第27条"),
    "ETHNIC": Rule(level="block", basis="劳动法第12条；就业促进法第28条；人力资源市场暂行条例第24条"),
    "REGION": Rule(level="block", basis="就业促进法第31条；人力资源市场暂行条例第11条"),
    "HEALTH": Rule(level="block", basis="就业促进法第29条、第30条", restricted_posts=True),
    "FEE": Rule(level="block", basis="劳动合同法第9条"),
    "IDHOLD": Rule(level="block", basis="劳动合同法第9条"),
    "MINOR": Rule(level="block", basis="禁止使用童工规定第2条、第4条；劳动法第15条"),
    "BAIT": Rule(
        level="block",
        basis="人力资源市场暂行条例第24条；关于规范网络平台招聘类信息发布的通知（不得以高薪、保录等噱头虚假宣传）",
    ),
    "LOAN": Rule(level="block", basis="人力资源市场暂行条例第27条；平台招聘信息规范"),
    "MISSING": Rule(level="block", basis="人力资源市场暂行条例第24条；关于规范网络平台招聘类信息发布的通知"),
    "AGECAP": Rule(level="warn", basis="就业促进法第3条、第26条（年龄限制有法律风险）"),
    "HOURS": Rule(level="warn", basis="劳动法第36条、第38条、第41条、第44条"),
    "OFFPLAT": Rule(level="warn", basis="平台招聘信息规范（报名应走平台或报名页，留有授权记录）"),
}
"""Every rule by its code, in the order in which findings at one place are listed."""
