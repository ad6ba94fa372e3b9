"""The job library: list, editor, import."""
