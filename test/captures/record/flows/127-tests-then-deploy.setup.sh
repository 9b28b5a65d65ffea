# SPDX-License-Identifier: Apache-2.0
cp hello.c selftest.c debian-package/
