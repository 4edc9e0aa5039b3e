/** Stages asked for wherever bottlenecks are shown: all that a workflow is likely to have. One number, one cache entry. */
export const bottleneckLimit = 20;
