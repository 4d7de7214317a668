"""What holds for all tests."""

from hypothesis import settings

# No deadline for one example: on a busy machine it says nothing about the code. Laws on time have tests of their own.
settings.register_profile("vnreport", deadline=None, print_blob=True)
settings.load_profile("vnreport")
