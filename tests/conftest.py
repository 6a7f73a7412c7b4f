"""What holds for all tests."""

import os
import sys

from hypothesis import HealthCheck, settings

# Tests start hundreds of processes, which import the same modules: these are compiled once, also on a machine where
# Python is told to keep no bytecode.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Each of them would look through all that is installed for plugins of pydantic, which takes half a second.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

# How long an example takes says how busy the machine is, and nothing about what is tested.
settings.register_profile("lagebild", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lagebild")
