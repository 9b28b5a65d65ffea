# SPDX-License-Identifier: Apache-2.0
/srv/tool/fetch121 -s -m 3 http://10.77.0.2/ > /dev/null
