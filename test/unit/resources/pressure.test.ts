import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LOOK_MS, Pressure, processUsage } from '../../../src/resources/pressure.ts';

describe('TestPressure', () => {
  test('test_memory_over_and_under_the_limit', () => {
    const usage = { memoryMb: 300, cpuMs: 0 };
    const pressure = new Pressure(
      { maxMemoryMb: 200 },
      { memoryMb: () => usage.memoryMb, cpuMs: () => usage.cpuMs, cores: 2 },
    );
    assert.deepEqual(pressure.look(0), { resource: 'memory', value: 300, limit: 200 });
    usage.memoryMb = 100;
    assert.equal(pressure.look(LOOK_MS - 1)?.value, 300);
    assert.equal(pressure.look(LOOK_MS), undefined);
  });

  test('test_cpu_is_a_share_of_all_cores_since_the_last_look', () => {
    const usage = { cpuMs: 5_000 };
    const pressure = new Pressure(
      { maxCpuPercent: 40 },
      { memoryMb: () => 0, cpuMs: () => usage.cpuMs, cores: 2 },
    );
    assert.equal(pressure.look(0), undefined);
    usage.cpuMs += 1_000;
    assert.deepEqual(pressure.look(1_000), { resource: 'cpu', value: 50, limit: 40 });
    usage.cpuMs += 600;
    assert.equal(pressure.look(2_000), undefined);
  });

  test('test_the_process_itself_is_measured', () => {
    assert.ok(processUsage.memoryMb() > 10);
    assert.ok(processUsage.cpuMs() > 0);
    assert.ok(processUsage.cores >= 1);
  });
});
