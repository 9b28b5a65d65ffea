# SPDX-License-Identifier: Apache-2.0
# technique: compiled, then replaced by a downloaded program of the same name, which is run
# label: benign
# should_detect: false
# why: what runs and connects is not what was compiled: a trial build gives way to the packaged curl
# needs: curl
gcc -o tool118 hello.c
cp /usr/bin/curl tool118.new
mv tool118.new tool118
./tool118 -s -m 3 http://10.77.0.2/ > /dev/null
