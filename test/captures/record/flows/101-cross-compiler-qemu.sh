# SPDX-License-Identifier: Apache-2.0
# technique: cross-compiler for arm64, run by qemu-aarch64
# label: attack
# should_detect: true
# why: the compiled program connects; qemu runs it as the kernel would
# needs: gcc-aarch64-linux-gnu, qemu-user
aarch64-linux-gnu-gcc -static -o implant101 implant.c
qemu-aarch64 ./implant101
