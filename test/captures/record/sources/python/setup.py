# SPDX-License-Identifier: Apache-2.0
from setuptools import Extension, setup

setup(name="fast", version="0.1", ext_modules=[Extension("fast", ["fast.c"])])
