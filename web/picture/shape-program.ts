/**
 * Nodes as shapes, a second cue beside color: circle, square, hexagon, triangle, diamond, each with a ring. One triangle a node, cut out by a
 * signed distance (Inigo Quilez, "2D distance functions"), so edges are smooth at every zoom.
 */
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

export type Shape = "circle" | "square" | "hexagon" | "triangle" | "down" | "diamond";

const SHAPES: readonly Shape[] = ["circle", "square", "hexagon", "triangle", "down", "diamond"];

export interface ShapeData {
  readonly shape?: Shape;
  readonly ring?: string;
}

const FLOAT = 0x1406;
const UNSIGNED_BYTE = 0x1401;
const TRIANGLES = 0x0004;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_pixel;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 offset = 3.6 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset * radius, 1)).xy, 0, 1);
  v_offset = offset;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_shape = a_shape;
  v_ring = a_ring;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_ring.a *= bias;
}
`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec2 v_offset;
varying float v_pixel;
varying float v_shape;

float triangle(vec2 p) {
  const float k = 1.7320508;
  p = p / 1.02;
  p.y += 0.22;
  p.x = abs(p.x) - 1.0;
  p.y = p.y + 1.0 / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0, 0.0);
  return -length(p) * sign(p.y);
}

float distanceTo(vec2 p, float shape) {
  if (shape < 0.5) return length(p) - 1.0;
  if (shape < 1.5) { vec2 q = abs(p) - 0.74; return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - 0.14; }
  if (shape < 2.5) { p = abs(p); return max(p.x * 0.866 + p.y * 0.5, p.y) - 0.92; }
  if (shape < 3.5) return triangle(p);
  if (shape < 4.5) return triangle(vec2(p.x, -p.y));
  return (abs(p.x) + abs(p.y) - 1.2) * 0.7071;
}

void main(void) {
  float d = distanceTo(v_offset, v_shape);
  #ifdef PICKING_MODE
  gl_FragColor = d > 0.35 ? vec4(0.0) : v_color;
  #else
  float ring = 1.6 * v_pixel;
  float inside = 1.0 - smoothstep(-v_pixel, 0.0, d);
  float whole = 1.0 - smoothstep(ring - v_pixel, ring, d);
  vec4 color = mix(v_ring, v_color, inside);
  gl_FragColor = color * whole;
  #endif
}
`;

export class ShapeProgram extends NodeProgram {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS: ["u_sizeRatio", "u_correctionRatio", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_ring", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(
    nodeIndex: number,
    start: number,
    data: NodeDisplayData & ShapeData,
  ): void {
    const { array } = this;
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = SHAPES.indexOf(data.shape ?? "circle");
    array[start + 4] = floatColor(data.color);
    array[start + 5] = floatColor(data.ring ?? "#ffffff");
    array[start + 6] = nodeIndex;
  }

  override setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram["setUniforms"]>[1],
  ): void {
    const { u_sizeRatio, u_correctionRatio, u_matrix } = uniformLocations as Record<
      string,
      WebGLUniformLocation
    >;
    gl.uniform1f(u_correctionRatio!, params.correctionRatio);
    gl.uniform1f(u_sizeRatio!, params.sizeRatio);
    gl.uniformMatrix3fv(u_matrix!, false, params.matrix);
  }
}
