# SPDX-License-Identifier: Apache-2.0
# technique: tcc -run: compiled and run in memory
# label: attack
# should_detect: false
# why: no program is ever written, so nothing is linked and executed: outside of the rule's idea
# needs: tcc
tcc -run implant.c
