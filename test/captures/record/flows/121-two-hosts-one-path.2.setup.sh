# SPDX-License-Identifier: Apache-2.0
# The other host: what the first one built is not there, another program is.
rm /srv/tool/fetch121
cp /usr/bin/curl /srv/tool/fetch121
