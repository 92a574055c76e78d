"""The command of the benchmarks says what there is and refuses what there is not."""

from __future__ import annotations

import importlib

import pytest

from benchmarks.__main__ import OF_ARGUMENTS, OF_ONE_PATH, main


@pytest.mark.parametrize("name", [*OF_ONE_PATH, *OF_ARGUMENTS])
def test_every_benchmark_is_a_module_with_a_main(name: str) -> None:
    assert callable(importlib.import_module(f"benchmarks.{name.replace('-', '_')}").main)


@pytest.mark.parametrize("name", OF_ONE_PATH)
def test_help_explains_each_benchmark(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["quotes"], ["quotes", "no/such/file"], ["dates", "a", "b"]])
def test_a_command_that_is_not_understood_exits_with_two(arguments: list[str]) -> None:
    assert main(arguments) == 2
