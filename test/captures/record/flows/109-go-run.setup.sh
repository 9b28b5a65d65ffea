# SPDX-License-Identifier: Apache-2.0
# The standard library is compiled beforehand, as on the host of somebody who uses Go.
cd go
mkdir warm
printf 'package main\nimport "net"\nfunc main() { net.ParseIP("") }\n' > warm/main.go
go build -o /dev/null ./warm
rm -r warm
