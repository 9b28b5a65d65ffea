# SPDX-License-Identifier: Apache-2.0
# technique: one host compiles a program, another runs its own of the same path
# label: benign
# should_detect: false
# why: the program that connects was not compiled on its host, and the compiled one does not connect
# needs: curl
# second: other host
gcc -o /srv/tool/fetch121 hello.c
/srv/tool/fetch121 > /dev/null
