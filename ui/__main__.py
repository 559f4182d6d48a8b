"""`python -m ui` is `earmark`."""

from __future__ import annotations

import sys

from ui.cli import main

sys.exit(main())
