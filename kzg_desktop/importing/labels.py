"""What a job's fields are called in Chinese, for previews of an import."""

from __future__ import annotations

__all__ = ["JOB_LABELS"]

JOB_LABELS: dict[str, str] = {
    "hiring_organization": "企业名称",
    "title": "岗位名称",
    "employment_type": "用工形式",
    "total_job_openings": "招聘人数",
    "pay": "薪资",
    "rebates": "返费",
    "job_location": "工作地点",
    "region": "地区",
    "shift": "班次",
    "work_hours": "工作时间",
    "rest_days": "休息",
    "board": "伙食",
    "lodging": "住宿",
    "couples_room": "夫妻房",
    "insurance": "保险",
    "job_benefits": "福利",
    "age_min": "最低年龄",
    "age_max": "最高年龄",
    "requirements": "要求",
    "contract_term": "合同期",
    "medical_check": "体检",
    "bring": "携带材料",
    "interview": "面试时间",
    "assembly_point": "集合地点",
    "valid_through": "有效期至",
    "source": "来源",
    "talking_points": "口播",
    "note": "备注",
    "archived": "已归档",
}
"""Every field of a job that an import can change, in the order in which previews list them."""
