from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester


@pytest.fixture
def watched(qapp) -> Callable[[QAbstractItemModel], QAbstractItemModel]:
    """Return a function that has Qt's model tester watch a model as long as it lives; its findings fail the test."""

    def watch(model: QAbstractItemModel) -> QAbstractItemModel:
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
        return model

    return watch
