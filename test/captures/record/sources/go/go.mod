module example.invalid/agent

go 1.21
