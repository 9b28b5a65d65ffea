# SPDX-License-Identifier: Apache-2.0
# technique: zig build-exe, which links by itself
# label: attack
# should_detect: true
# why: the compiled program connects
# needs: ziglang 0.13 from PyPI, linked into /usr/local/bin
zig build-exe -O ReleaseSmall --name agent108 agent.zig
./agent108
