/**
 * Straight lines, whole or dashed: what is planned, denied or only claimed must not look like what was done. Easier to hit than to see.
 *
 * Each line brings its days along, and the window of time is a uniform: a step in time touches no line at all in JavaScript, however many come and go.
 */
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { DaySpan } from "../data/network.ts";

export interface StrokeData {
  /** Length of a dash and of the gap after it in pixels; 0: no dashes. */
  readonly dash?: number;
  readonly days?: DaySpan;
}

/** What the shader compares the days with; shared by the program and whoever moves it. */
export interface ShaderWindow {
  days: DaySpan | undefined;
}

const FLOAT = 0x1406;
const UNSIGNED_BYTE = 0x1401;
const TRIANGLES = 0x0004;
const PICKED_PIXELS = 4;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute vec2 a_start;
attribute vec2 a_end;
attribute float a_dash;
attribute vec2 a_days;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_zoomRatio;
uniform float u_pixelRatio;
uniform float u_correctionRatio;
uniform float u_minThickness;
uniform float u_feather;
uniform vec2 u_window;
varying vec4 v_color;
varying vec2 v_normal;
varying float v_thickness;
varying float v_feather;
varying float v_along;
varying float v_dash;
const float bias = 255.0 / 254.0;

void main() {
  vec2 normal = a_normal * a_side;
  float weight = length(normal);
  vec2 unit = normal / weight;
  float least = u_minThickness;
  #ifdef PICKING_MODE
  least = ${PICKED_PIXELS.toFixed(1)};
  #endif
  float thickness = max(weight, least * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  vec2 position = mix(a_start, a_end, a_along);
  gl_Position = vec4((u_matrix * vec3(position + unit * thickness, 1)).xy, 0, 1);
  vec2 from = (u_matrix * vec3(a_start, 1)).xy;
  vec2 to = (u_matrix * vec3(a_end, 1)).xy;
  v_along = a_along * length((to - from) * u_dimensions) / 2.0 / u_pixelRatio;
  v_dash = a_dash;
  v_thickness = thickness / u_zoomRatio;
  v_normal = unit;
  v_feather = u_feather * u_correctionRatio / u_zoomRatio / u_pixelRatio * 2.0;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  // A line without a day falls into no window. Outside of the screen nothing is drawn or picked.
  bool isWindow = u_window.x <= u_window.y;
  if (isWindow && (a_days.x < 0.0 || a_days.y < u_window.x || a_days.x > u_window.y))
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec2 v_normal;
varying float v_thickness;
varying float v_feather;
varying float v_along;
varying float v_dash;

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float t = smoothstep(v_thickness - v_feather, v_thickness, length(v_normal) * v_thickness);
  float gap = v_dash > 0.0 ? step(v_dash, mod(v_along, v_dash * 1.8)) : 0.0;
  gl_FragColor = mix(v_color, vec4(0.0), max(t, gap));
  #endif
}
`;

const NO_WINDOW: DaySpan = [1, 0];

abstract class StrokeProgram extends EdgeProgram {
  protected abstract readonly shaderWindow: ShaderWindow;

  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS: [
        "u_matrix",
        "u_dimensions",
        "u_zoomRatio",
        "u_sizeRatio",
        "u_correctionRatio",
        "u_pixelRatio",
        "u_feather",
        "u_minThickness",
        "u_window",
      ],
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_normal", size: 2, type: FLOAT },
        { name: "a_dash", size: 1, type: FLOAT },
        { name: "a_days", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: "a_along", size: 1, type: FLOAT },
        { name: "a_side", size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & StrokeData,
  ): void {
    const { array } = this;
    const dx = target.x - source.x;
    const dy = target.y - source.y;
    const scale = (data.size || 1) / (Math.hypot(dx, dy) || 1);
    array[start] = source.x;
    array[start + 1] = source.y;
    array[start + 2] = target.x;
    array[start + 3] = target.y;
    array[start + 4] = -dy * scale;
    array[start + 5] = dx * scale;
    array[start + 6] = data.dash ?? 0;
    array[start + 7] = data.days?.[0] ?? -1;
    array[start + 8] = data.days?.[1] ?? -1;
    array[start + 9] = floatColor(data.color);
    array[start + 10] = edgeIndex;
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram["setUniforms"]>[1],
  ): void {
    const at = uniformLocations as Record<string, WebGLUniformLocation>;
    gl.uniformMatrix3fv(at.u_matrix!, false, params.matrix);
    gl.uniform2f(
      at.u_dimensions!,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    );
    gl.uniform1f(at.u_zoomRatio!, params.zoomRatio);
    gl.uniform1f(at.u_sizeRatio!, params.sizeRatio);
    gl.uniform1f(at.u_correctionRatio!, params.correctionRatio);
    gl.uniform1f(at.u_pixelRatio!, params.pixelRatio);
    gl.uniform1f(at.u_feather!, params.antiAliasingFeather);
    gl.uniform1f(at.u_minThickness!, params.minEdgeThickness);
    const [from, to] = this.shaderWindow.days ?? NO_WINDOW;
    gl.uniform2f(at.u_window!, from, to);
  }
}

/** Sigma makes its programs itself: a class that has the window at hand. */
export function strokeProgram(shaderWindow: ShaderWindow): typeof EdgeProgram {
  return class extends StrokeProgram {
    protected override get shaderWindow(): ShaderWindow {
      return shaderWindow;
    }
  } as unknown as typeof EdgeProgram;
}
