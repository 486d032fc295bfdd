package dev.penstock.server;

/**
 * What an engine can do beyond running pipelines.
 *
 * @param durable runs outlive this process
 * @param lists runs can be listed and counted by a query
 * @param searchable the attributes of {@link RunAttributes} are registered; where they are not, a run must not set them
 * @param schedules runs can be started by a schedule of the server
 * @param workerVersioning a run can stay with the build of the worker that started it
 */
public record Abilities(
        boolean durable, boolean lists, boolean searchable, boolean schedules, boolean workerVersioning) {}
