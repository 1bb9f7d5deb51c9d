"""Settings for all tests: no test is timed, and random ones repeat themselves."""

from hypothesis import settings

settings.register_profile("ondit", deadline=None, derandomize=True)
settings.load_profile("ondit")
