# SPDX-License-Identifier: Apache-2.0
# technique: nim c, which has gcc compile and link
# label: attack
# should_detect: true
# why: the compiled program connects
# needs: nim
nim c --hints:off --opt:none -o:agent106 agent.nim
./agent106
