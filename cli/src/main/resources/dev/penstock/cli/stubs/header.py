"""What the container steps of the pipeline @PIPELINE@ read and write, typed.

Made by `@COMMAND@`, to be made anew when their records change. Python 3.9 or newer, nothing else.
"""

from __future__ import annotations

import dataclasses as _dataclasses
import hashlib as _hashlib
import json as _json
import operator as _operator
import os as _os
import shutil as _shutil
import sys as _sys
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Dict, Generic, Iterable, List, Mapping, NoReturn
from typing import Optional, Sequence, Set, Tuple, Type, TypeVar, Union

_FILE = "@FILE@"
_COMMAND = "@COMMAND@"
