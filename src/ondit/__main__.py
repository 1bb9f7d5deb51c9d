"""Runs the command as `python -m ondit`, where it is not on the path."""

from ondit.cli import main

main(prog_name="ondit")
