from __future__ import annotations

import os
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester


@pytest.fixture
def watched(qapp, qtlog) -> Iterator[Callable[[QAbstractItemModel], QAbstractItemModel]]:
    """Return a function that has Qt's model tester watch a model for the whole test; what it finds fails the test."""
    testers = []

    def watch(model: QAbstractItemModel) -> QAbstractItemModel:
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        testers.append(QAbstractItemModelTester(model, mode))
        return model

    yield watch
    found = [record.message for record in qtlog.records if "modeltest" in (record.ctx_category or record.message)]
    found += [record.message for record in qtlog.records if record.message.startswith("FAIL!")]
    assert not found
