"""Hypothesis for the whole suite: no clock decides a test; a checkout that is judged draws the same cases."""

import os

from hypothesis import settings

settings.register_profile("bulian", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("bulian")
