"""The Chinese of documents, by their English sentences."""

from __future__ import annotations

__all__ = ["CHINESE"]

CHINESE = {
    "Totals of {title}": "{title} 汇总",
    "Made by KZG Desktop {version} on {when}": "由 KZG Desktop {version} 生成于 {when}",
    "Broadcasts": "直播场次",
    "Employers": "企业",
    "Regions": "地区",
    "Broadcasts of no campaign": "未归专场的直播",
    "Openings": "招聘人数",
    "Every application is counted once in each table; the sums are the same. No names, no phones.": (
        "每条报名在每张表中只计一次，各表合计相同。不含姓名和电话。"
    ),
    "Openings are those of the jobs that were lined up, aired or applied to, as the jobs state them now; "
    "regions of openings are where the jobs are, regions of sign-ups where people said they live.": (
        "招聘人数取排期、上墙或有人报名的岗位目前所填的人数；招聘人数的地区是岗位所在地，报名的地区是报名人所填的城市。"
    ),
    "Behind a rate stands the range in which the true one lies in 19 of 20 cases (Wilson's interval). "
    "From fewer than {least} cases nothing is concluded.": (
        "比率后的范围表示真实比率有 95% 的可能落在其中（威尔逊区间）。样本少于 {least} 时不下结论。"
    ),
    "From": "开始",
    "Until": "结束",
    "Made on": "生成时间",
    "How this was counted": "统计口径",
    "Page {page} of {pages}": "第 {page} 页，共 {pages} 页",
    "Campaign": "专场",
    "Jobs": "岗位",
    "Jobs that state no number": "未填人数的岗位",
    "Sign-ups": "报名",
    "Of people who applied before": "其中重复报名",
    "Summary": "概要",
    "Age bands": "年龄段",
    "Age": "年龄",
    "Hosts": "主播",
    "Host": "主播",
    "Channels": "渠道",
    "Came by": "来源",
    "Reached": "接通",
    "Started work": "入职",
    "Nobody has signed up.": "还没有人报名。",
    "Campaign totals": "专场汇总",
    "{n} jobs do not state how many they want.": "{n} 个岗位未填招聘人数。",
    "Broadcast": "直播",
    "Began": "开播",
    "Employer": "企业",
    "Region": "地区",
    "Openings there": "当地招聘人数",
    "{n} broadcasts": "{n} 场直播",
    "{jobs} jobs of {employers} employers": "{employers} 家企业，{jobs} 个岗位",
    "What": "项目",
    "Value": "数值",
    "{y}-{m:02}-{d:02}": "{y}年{m}月{d}日",
    "Best card: {title}, {tempo} sign-ups a minute": "最佳岗位卡：{title}，每分钟报名 {tempo}",
    "Daily digest, {day}": "{day} 日报",
    ", {n} of them again": "，其中重复 {n}",
    ": {came} came, {away} did not": "：到面 {came}，未到 {away}",
    "Best card: too few sign-ups to tell": "最佳岗位卡：样本太少，无法判断",
    ", not surely better than {than}": "，与{than}差别不明显",
    "Nothing was broadcast.": "当日没有直播。",
    "Broadcast: {title}, {time} on air, {n} sign-ups": "直播：{title}，上墙 {time}，报名 {n}",
    "Overdue now: {n}, to be called first.": "目前已逾期 {n} 人，请优先联系。",
    "Day": "日期",
    "Interviews booked": "新约面试",
    "Interviews on that day": "当日面试",
    "Came to the interview": "到面",
    "No-show": "未到面",
    "Overdue when this was made": "生成时已逾期",
    "Best card": "最佳岗位卡",
    "On air": "上墙时长",
    "too few to tell": "样本太少，无法判断",
    "Daily digest": "日报",
    "Broadcasts of the day": "当日直播",
    "{came} came, {away} did not": "到面 {came}，未到 {away}",
    "What follows is what these broadcasts brought until now, on whatever day.": (
        "以下为当日各场直播截至目前的全部成效，不限日期。"
    ),
    "Audience groups such as blue-collar workers, students, migrant workers or veterans are not recorded: the "
    "sign-up form does not ask for them, and no job or broadcast names one. What is known of people's age is "
    "under age bands.": (
        "未记录人群（蓝领、大学生、农民工、退役军人等）：报名表不询问，岗位和直播也没有此项，因此不作统计。已知的年龄见“年龄段”。"
    ),
    "No card on air": "无岗位卡上墙时",
    "Total": "合计",
    "preparation": "准备",
    "rehearsal": "彩排",
    "on air (mode)": "直播",
    "Card": "岗位卡",
    "Airings": "上墙次数",
    "Planned": "计划时长",
    "Share": "占比",
    "Sign-ups a minute": "每分钟报名",
    "Cost each": "每人成本",
    "No card was on air.": "没有岗位卡上墙。",
    "Interviewed": "到面",
    "7 days": "满 7 天",
    "15 days": "满 15 天",
    "30 days": "满 30 天",
    "Started work, of sign-ups": "入职占报名",
    "Why people left": "离职原因",
    "Step": "环节",
    "People": "人数",
    "Of the step before": "占上一环节",
    "Of all sign-ups": "占全部报名",
    "Median time since": "中位用时",
    "Judged": "判断",
    "Said on air": "直播时",
    "Now": "现在",
    "On air at": "上墙时间",
    "Everything is as it was said on air.": "全部与直播时一致。",
    "Time": "时间",
    "Event": "事件",
    "Over": "超时",
    "Operator": "操作人",
    "Nothing went on air.": "没有播出记录。",
    "take": "上墙",
    "clear": "清屏",
    "mode": "切换模式",
    "No.": "序号",
    "Sent at": "报名时间",
    "Name": "姓名",
    "Phone": "手机号",
    "City": "城市",
    "Job on the form": "报名岗位",
    "State": "状态",
    "Views": "观看",
    "Not stated": "未填",
    "changed": "有变化",
    "{judged}: pay or lodging": "{judged}（薪资或住宿）",
    "not stated": "未说明",
    "{days} d ¥ {amount}": "满 {days} 天 ¥ {amount}",
    "Signed up": "报名",
    "Interview booked": "约面",
    "Passed": "通过",
    "At work for 7 days": "满 7 天",
    "At work for 15 days": "满 15 天",
    "At work for 30 days": "满 30 天",
    "Monthly pay from": "综合月薪下限",
    "Monthly pay up to": "综合月薪上限",
    "Base pay": "底薪",
    "Hourly pay": "小时工价",
    "Piece rate": "计件",
    "Overtime pay": "加班费",
    "Allowances": "补贴",
    "Payday": "发薪日",
    "Rebate": "返费",
    "Meals": "伙食",
    "Lodging": "住宿",
    "Couples' room": "夫妻房",
    "Insurance": "保险",
    "Benefits": "福利",
    "Shift": "班次",
    "Working hours": "工作时间",
    "Rest days": "休息",
    "Place": "地点",
    "Employment": "用工形式",
    "Contract": "合同",
    "worse": "变差",
    "better": "变好",
    "yes": "是",
    "no": "否",
    "To call": "待联系",
    "Calling": "联系中",
    "Unreachable": "失联",
    "Invalid number": "无效号码",
    "Considering": "考虑中",
    "Not interested": "无意向",
    "Gave up": "放弃",
    "Not passed": "未通过",
    "Declined the job": "未入职",
    "At work": "在职",
    "Left": "已离职",
    "Withdrawn": "已撤回",
    "Sign-up page": "报名页",
    "Link": "链接",
    "Spreadsheet": "表格",
    "Kuaishou": "快手",
    "Douyin": "抖音",
    "quit": "自离",
    "dismissed": "辞退",
    "contract ended": "期满",
    "other reasons": "其他",
    "Review of {title}": "{title} 复盘",
    "'{title}' brought most, {tempo} sign-ups a minute on air, but '{than}' with {other} may be as good.": (
        "“{title}”报名最快，上墙每分钟 {tempo}；但“{than}”每分钟 {other}，两者差别不明显。"
    ),
    "{part} of {whole}": "{part} / {whole}",
    "{late} were sent in the {lag} seconds after their card had left the air; {other} named another job "
    "on the form than the card they go to.": (
        "{late} 人在岗位卡下墙后 {lag} 秒内报名；{other} 人在表单上选了与所归岗位卡不同的岗位。"
    ),
    "First call: {called} were called, half of them within {span} of signing up.": (
        "首次联系：已联系 {called} 人，其中一半在报名后 {span}内。"
    ),
    "Which card should open the next show? Too few sign-ups to tell.": ("下一场用哪张岗位卡开场？样本太少，无法判断。"),
    "Open the next show with '{title}': {tempo} sign-ups a minute on air.": (
        "下一场建议用“{title}”开场：上墙每分钟报名 {tempo}。"
    ),
    "Open the next show with '{title}': {tempo} sign-ups a minute on air, against {other} for '{than}'.": (
        "下一场建议用“{title}”开场：上墙每分钟报名 {tempo}，“{than}”为 {other}。"
    ),
    "{n} more were sent outside of these minutes; every total has them.": (
        "另有 {n} 条报名在图中时间之外，各项合计均已计入。"
    ),
    "{n} of them applied before": "其中重复报名 {n}",
    "Nobody has been called yet.": "还没有联系任何人。",
    "An application goes to the card that was on air when it was sent, to exactly one or to none, never "
    "to two.": "每条报名归给提交时正在上墙的岗位卡：只归一张，或不归任何一张，不重复计算。",
    "Filling in the form takes a while: one that names the job of a card which left the air not more "
    "than {lag} seconds before goes to that card, and so does any that was sent so soon after the last "
    "card.": (
        "填写表单需要时间：报名岗位的岗位卡在 {lag} 秒内刚下墙的，归给该卡；下墙后 {lag} 秒内没有新卡上墙"
        "的，也归给该卡（归因时窗 {lag} 秒）。"
    ),
    "Rehearsals were seen by nobody and count for nothing. Minutes on air are those of all airings "
    "together.": "彩排没有观众，不计入。上墙时长为各次上墙之和。",
    "Behind a rate stands the range in which the true one lies in 19 of 20 cases (Wilson's interval; for "
    "sign-ups a minute the score interval of a Poisson rate). From fewer than {least} cases nothing is "
    "concluded: 'too few to tell'.": (
        "比率后的范围表示真实值有 95% 的可能落在其中（威尔逊区间；每分钟报名用泊松率的得分区间）。样本少"
        "于 {least} 时不下结论，注明“样本太少”。"
    ),
    "Who gave up or withdrew counts as far as they had come. Median times are of those whose times are "
    "known.": "放弃或撤回的，按其已到达的环节计算。中位用时只统计时间已知的人。",
    "What was said on air is compared with the job as it is on {when}; every field that differs is "
    "listed.": "口播承诺核对：把直播时的岗位卡与 {when} 的岗位信息逐项比较，列出所有不同之处。",
    "What each card brought": "各岗位卡成效",
    "What became of the applications": "报名漏斗",
    "What was said on air, and what is so now": "口播承诺核对",
    "As-run log": "执行单",
    "Broadcast on": "直播时间",
    "Who signed up": "报名人员",
    "This report is for {employer} alone: it counts the applications that name its jobs. Those sent "
    "while no card of it was on air stand as 'No card on air'.": (
        "本报告仅供{employer}：只统计报名其岗位的人。其岗位卡未上墙时提交的，列在“无岗位卡上墙时”。"
    ),
    "It holds no personal data: no names, no phones.": "本报告不含个人信息：没有姓名和电话。",
    "Appendix: who signed up": "附录：报名人员名单",
    "Personal data, {n} people. For filling these jobs only; keep it safe, pass it on to nobody, and "
    "delete it when it has served (Personal Information Protection Law, articles 6, 19, 23). The export "
    "was logged.": (
        "含 {n} 人的个人信息，仅用于本次招聘；请妥善保管，不得转给他人，用后删除（个人信息保护法第六、十"
        "九、二十三条）。本次导出已记录。"
    ),
    "All employers": "全部企业",
    "Broadcast review": "直播复盘",
    "Sign-ups a minute on air": "上墙每分钟报名",
    "{n} days": "{n} 天",
    "{part} of {whole}: too few to tell": "{part} / {whole}：样本太少",
    "{value}: too few to tell": "{value}：样本太少",
    "{n} s": "{n} 秒",
    "{n} min": "{n} 分钟",
    "{h} h {m} min": "{h} 小时 {m} 分钟",
    "Minutes on air": "上墙分钟数",
    "Median time to the first call (s)": "首次联系中位用时（秒）",
    "{n} called": "已联系 {n}",
    "Named another job on the form": "表单选了其他岗位",
    "Lag window (s)": "归因时窗（秒）",
    "Opening the next show": "下一场开场",
    "Range": "范围",
    "from": "下限",
    "to": "上限",
    "Sure enough": "样本足够",
    "Named on the form": "表单选择该岗位",
    "Cost (yuan)": "成本（元）",
    "Cost each (yuan)": "每人成本（元）",
    "Cards": "岗位卡",
    "Minute": "分钟",
    "Card on air": "上墙岗位卡",
    "Viewers": "在线人数",
    "Minutes": "逐分钟",
    "All": "全部",
    "By": "维度",
    "Group": "分组",
    "Funnel": "漏斗",
    "Promises": "承诺核对",
    "Outside of these minutes": "图中时间之外",
    "Employer not on air": "未上墙的企业",
}
