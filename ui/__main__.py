"""`python -m ui` is `earmark`."""

from __future__ import annotations

import sys

from ui import cli

if sys.argv[1:] == ["--fill-template"]:  # as `reader.notes.exporting.templates` asks for
    from reader.notes.exporting import template_process

    sys.exit(template_process.main())

if sys.argv[1:] == ["--listen"]:  # as `reader.sync.check_process` asks for
    from reader.sync import checking_process

    sys.exit(checking_process.main())

if sys.argv[1:] == ["--index-words"]:  # as `reader.library.index_process` asks for
    from reader.library import indexing_process

    sys.exit(indexing_process.main())

sys.exit(cli.main())
