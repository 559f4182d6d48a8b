"""What the commands of `earmark` do: each module is one, and importing it loads no Qt.

A module has `EPILOG` (more on it, with examples), `add_arguments(parser)` and `run(options)`, which
gives the exit code. It raises ReaderError for what cannot be done.
"""
