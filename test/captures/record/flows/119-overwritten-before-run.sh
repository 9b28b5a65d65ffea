# SPDX-License-Identifier: Apache-2.0
# technique: compiled, then overwritten in place by cp with another program, which is run
# label: benign
# should_detect: false
# why: what runs and connects is not what was compiled; no file event tells, only the arguments of cp
# needs: curl
gcc -o tool119 hello.c
cp /usr/bin/curl tool119
./tool119 -s -m 3 http://10.77.0.2/ > /dev/null
