-- Requests of a manager. wrk has one thread here, so one counter makes every address unique.
local method, path = os.getenv("BENCH_METHOD"), os.getenv("BENCH_PATH")
local headers = { ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN"), ["X-Deskhand"] = "1" }
local run, number = os.getenv("BENCH_RUN"), 0

function request()
    if method ~= "POST" then return wrk.format(method, path, headers) end
    number = number + 1
    local name = run .. "-" .. number
    headers["Content-Type"] = "application/json"
    headers["Idempotency-Key"] = name
    local body = '{"first_name":"Ada","last_name":"Bench","email":"' .. name .. '@example.net","portal_access":"none"}'
    return wrk.format(method, path, headers, body)
end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    io.write(string.format("BENCH %d %d %d %d %d\n", summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
