-- Requests of a manager or a device. wrk has one thread here, so one counter makes every address unique.
local method, path = os.getenv("BENCH_METHOD"), os.getenv("BENCH_PATH")
local headers = { ["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN"), ["X-Deskhand"] = "1" }
local run, number = os.getenv("BENCH_RUN"), 0

-- Reports of devices have none.
function body(name)
    local person = '{"first_name":"Ada","last_name":"Bench",'
    if path == "/v1/customers" then return person .. '"email":"' .. name .. '@example.net","portal_access":"none"}' end
    if path == "/v1/users" then
        return person .. '"login":"' .. name .. '@example.net","company_access":"all","modules":["service_desk"]}'
    end
end

function request()
    if method ~= "POST" then return wrk.format(method, path, headers) end
    number = number + 1
    local name = run .. "-" .. number
    headers["Content-Type"] = "application/json"
    headers["Idempotency-Key"] = name
    return wrk.format(method, path, headers, body(name))
end

function done(summary, latency)
    local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    io.write(string.format("BENCH %d %d %d %d %d\n", summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
